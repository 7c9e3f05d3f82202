import { Page } from '../../components/page.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { BadgesSection } from './badges-section.tsx';
import { ButtonsSection } from './buttons-section.tsx';
import { ChartsSection } from './charts-section.tsx';
import { ColorSection } from './color-section.tsx';
import { ContrastSection } from './contrast-section.tsx';
import styles from './design.module.css';
import { DialogsSection } from './dialogs-section.tsx';
import { FiguresSection } from './figures-section.tsx';
import { FormsSection } from './forms-section.tsx';
import { MotionSection } from './motion-section.tsx';
import { ProgressSection } from './progress-section.tsx';
import { SpaceSection } from './space-section.tsx';
import { StatesSection } from './states-section.tsx';
import { TableSection } from './table-section.tsx';
import { TypeSection } from './type-section.tsx';

const sections = [
  ['type', TypeSection],
  ['color', ColorSection],
  ['contrast', ContrastSection],
  ['space', SpaceSection],
  ['buttons', ButtonsSection],
  ['badges', BadgesSection],
  ['figures', FiguresSection],
  ['tables', TableSection],
  ['forms', FormsSection],
  ['dialogs', DialogsSection],
  ['charts', ChartsSection],
  ['states', StatesSection],
  ['progress', ProgressSection],
  ['motion', MotionSection],
] as const;

/** The design system, made of the parts themselves: what looks right here looks right everywhere. */
export function DesignPage() {
  const t = useMessages();
  return (
    <Page title={t.design.title} lead={t.design.lead}>
      <nav aria-label={t.design.parts}>
        <ul className={styles['parts']}>
          {sections.map(([key]) => (
            <li key={key}>
              <a href={`#${key}`}>{t.design[key]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(([key, Section]) => (
        <div key={key} id={key} className={styles['section']}>
          <Section />
        </div>
      ))}
    </Page>
  );
}
