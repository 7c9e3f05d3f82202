import { Choice } from '../components/choice.tsx';
import { useLanguage } from '../messages/language-context.ts';
import { languages } from '../messages/language.ts';
import { useMessages } from '../messages/messages-context.ts';

const options = languages.map(({ value, name }) => ({ value, label: value.toUpperCase(), title: name }));

/** The language of the page, in this browser. */
export function LanguageChoice() {
  const t = useMessages();
  const { language, onLanguage } = useLanguage();
  return <Choice label={t.shell.language} value={language} options={options} onChange={onLanguage} />;
}
