import { Link } from '@tanstack/react-router';

import { buttonClass } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { useMessages } from '../messages/messages-context.ts';

/** For an address where nothing is. */
export function MissingPage() {
  const t = useMessages();
  return (
    <Page title={t.shell.pageMissing} lead={t.shell.pageMissingText} width="narrow">
      <p>
        <Link to="/" className={buttonClass()}>
          {t.shell.toStart}
        </Link>
      </p>
    </Page>
  );
}
