import { Card } from '../../components/card.tsx';
import { Sparkline } from '../../components/charts/sparkline.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { sampleRepeats } from './sample.ts';

export function FiguresSection() {
  const { design: t } = useMessages();
  const formats = useFormats();
  return (
    <Card title={t.figures}>
      <Stats>
        <Stat label={t.regulars} value={formats.number(341)} n={1_400} />
        <Stat label={t.value} value={formats.money({ amountMinor: 8_412_950, currency: 'EUR' })} n={1_400} />
        <Stat label={t.rate} value={formats.percent(0.246)} n={1_187} />
        <Stat
          label={t.repeat}
          value={formats.number(sampleRepeats.at(-1) ?? 0)}
          note={<Sparkline label={t.course} values={sampleRepeats} />}
        />
      </Stats>
    </Card>
  );
}
