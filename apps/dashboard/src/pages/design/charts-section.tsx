import { Card } from '../../components/card.tsx';
import { BarChart } from '../../components/charts/bar-chart.tsx';
import { Distribution } from '../../components/charts/distribution.tsx';
import { IntervalBar } from '../../components/charts/interval-bar.tsx';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import styles from './design.module.css';
import { sampleMedianBin, sampleReasons, sampleRepeats, sampleSpent, sampleStarts, sampleWeeks } from './sample.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const binMinor = 5_000;

export function ChartsSection() {
  const {
    design: t,
    forecasts: { valueBar },
  } = useMessages();
  const formats = useFormats();
  const rough = (amountMinor: number) => formats.roughMoney({ amountMinor, currency: 'EUR' });
  return (
    <Card title={t.charts} note={t.chartsNote}>
      <div className={styles['stack']}>
        <LineChart
          title={t.weekly}
          note={formats.n(sum(sampleWeeks) + sum(sampleRepeats))}
          labels={sampleStarts.map(formats.day)}
          series={[
            { name: t.first, values: sampleWeeks },
            { name: t.repeat, values: sampleRepeats },
          ]}
        />
        <IntervalBar
          label={valueBar(rough(21_000), rough(19_500), rough(12_000), rough(31_000), rough(8_000), rough(42_000))}
          expected={21_000}
          ranges={[
            { low: 16_000, high: 25_000 },
            { low: 12_000, high: 31_000 },
            { low: 8_000, high: 42_000 },
          ]}
          ends={[rough(0), rough(42_000)]}
        />
        <div className={styles['pair']}>
          <Distribution
            title={t.worth}
            note={formats.n(sum(sampleSpent))}
            counted={t.customers}
            bins={sampleSpent.map((count, index) => ({ label: rough(index * binMinor), count }))}
            marked={{ bin: sampleMedianBin, label: t.median }}
          />
          <BarChart
            title={t.reasons}
            note={formats.n(sum(sampleReasons))}
            bars={sampleReasons.map((value, index) => ({
              label: t.reasonNames[index] ?? '',
              value,
              note: formats.percent(value / sum(sampleReasons)),
            }))}
          />
          <LineChart
            title={t.repeat}
            note={formats.n(sum(sampleRepeats))}
            labels={sampleStarts.map(formats.day)}
            series={[{ name: t.repeat, values: sampleRepeats }]}
          />
          <LineChart title={t.first} labels={[]} series={[]} />
        </div>
      </div>
    </Card>
  );
}
