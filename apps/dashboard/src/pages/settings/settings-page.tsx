import { Card } from '../../components/card.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { Page } from '../../components/page.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { useMay } from '../../shell/use-may.ts';
import { useStore } from '../../shell/use-store.ts';
import { SettingsForm } from './settings-form.tsx';
import { SettingsFacts } from './settings-facts.tsx';

/** What a store is called, who writes its mails, and what of it stays as it was made. */
export function SettingsPage() {
  const { storeSettings: t } = useMessages();
  const store = useStore();
  const mayChange = useMay('stores.write');
  return (
    <Page title={t.title} lead={t.lead}>
      {mayChange ? <SettingsForm key={store.id} store={store} /> : <SettingsFacts store={store} />}
      <Card title={t.fixed} note={t.fixedNote}>
        <Definitions
          items={[
            { name: t.slug, value: store.slug },
            { name: t.currency, value: store.currency },
            { name: t.timeZone, value: store.timeZone },
          ]}
        />
      </Card>
    </Page>
  );
}
