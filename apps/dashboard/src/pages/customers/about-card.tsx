import type { Customer } from '../../api/customers.ts';
import { Card } from '../../components/card.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';

/** Who the customer is, as far as the store knows. */
export function AboutCard({ customer }: { readonly customer: Customer }) {
  const t = useMessages();
  const formats = useFormats();
  const { phone, country, locale, tags, createdAt } = customer;
  const items = [
    { name: t.customers.phone, value: phone },
    { name: t.customers.country, value: country === null ? null : formats.country(country) },
    { name: t.customers.language, value: locale === null ? null : formats.language(locale) },
    { name: t.customers.tags, value: tags.length === 0 ? null : formats.list(tags) },
    { name: t.customers.known, value: formats.date(createdAt) },
  ].filter(({ value }) => value !== null && value !== '');
  return (
    <Card title={t.customers.aboutTitle}>
      <Definitions items={items} />
    </Card>
  );
}
