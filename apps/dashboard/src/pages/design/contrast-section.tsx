import { Badge } from '../../components/badge.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { useSortedRows } from '../../components/use-sorted-rows.ts';
import { useFormats } from '../../formats/formats-context.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { colorPairs, least, type ColorPair } from '../../theme/color-pairs.ts';
import { toContrast } from '../../theme/contrast.ts';
import styles from './design.module.css';
import { colorTokens } from './tokens.ts';

type Theme = 'light' | 'dark';

const contrastOf = ({ front, back }: ColorPair, theme: Theme) =>
  toContrast(colorTokens.get(front)?.[theme] ?? '#000000', colorTokens.get(back)?.[theme] ?? '#000000');

export function ContrastSection() {
  const { design: t } = useMessages();
  const formats = useFormats();
  const sorted = useSortedRows(colorPairs, {
    front: ({ front }) => front,
    light: (pair) => contrastOf(pair, 'light'),
    dark: (pair) => contrastOf(pair, 'dark'),
  });
  const lowest = Math.min(...colorPairs.flatMap((pair) => [contrastOf(pair, 'light'), contrastOf(pair, 'dark')]));
  const themeColumn = (theme: Theme): Column<ColorPair> => ({
    header: t[theme],
    align: 'end',
    sortKey: theme,
    cell: (pair) => (
      <>
        <span
          className={styles['pairSample']}
          style={{ background: colorTokens.get(pair.back)?.[theme], color: colorTokens.get(pair.front)?.[theme] }}
          aria-hidden
        >
          {pair.kind === 'text' ? 'Aa' : <span className={styles['line']} />}
        </span>{' '}
        <Badge tone={contrastOf(pair, theme) >= least[pair.kind] ? 'good' : 'bad'}>
          {formats.decimal(contrastOf(pair, theme))}
        </Badge>
      </>
    ),
  });
  return (
    <Card
      title={t.contrast}
      note={t.contrastNote(formats.number(colorPairs.length * 2), formats.decimal(lowest))}
      spacing="flush"
    >
      <DataTable
        {...sorted}
        caption={t.contrast}
        density="dense"
        columns={[
          { header: t.front, sortKey: 'front', cell: ({ front }) => <code>{front}</code> },
          { header: t.back, cell: ({ back }) => <code>{back}</code> },
          { header: t.kind, shown: 'wide', cell: ({ kind }) => t.kinds[kind] },
          themeColumn('light'),
          themeColumn('dark'),
        ]}
        keyOf={({ front, back }) => front + back}
      />
    </Card>
  );
}
