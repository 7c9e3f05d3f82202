import { describe, expect, it } from 'vitest';
import { linearScale } from './charts/scale.ts';
import { createFormats } from './formats.ts';
import { html } from './html.ts';

describe('The report', () => {
  it('takes whatever is put into its markup for text', () => {
    const id = `<img src=x onerror="alert('1')">&`;
    expect(html`<td title="${id}">${[id, html`<b>${1}</b>`]}</td>`.markup).toBe(
      '<td title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;<b>1</b></td>',
    );
    expect(html`${null}${false}${undefined}${0}`.markup).toBe('0');
  });

  it('ends its axes on round figures beyond what they show', () => {
    const scale = linearScale([0, 37], [100, 0]);
    expect(scale.ticks).toEqual([0, 10, 20, 30, 40]);
    expect(scale(40)).toBe(0);
    expect(linearScale([0, 0], [0, 10]).ticks).toEqual([0, 0.5]);
    expect(linearScale([0, 0.34], [0, 10]).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  });

  it('writes figures as people do, with a currency where there is one', () => {
    const formats = createFormats('EUR');
    expect([formats.money(1234.5), formats.money(12.5), formats.compactMoney(2_400_000)]).toEqual([
      '€1,235',
      '€12.50',
      '€2.4M',
    ]);
    expect(createFormats(null).money(12.5)).toBe('12.50');
    expect(createFormats('euros').money(12.5)).toBe('12.50');
    expect([1, 12, 60, 365, 913].map(formats.duration)).toEqual([
      'a day',
      '12 days',
      '9 weeks',
      '12 months',
      '2.5 years',
    ]);
    expect([formats.share(-0.162), formats.number(0.66143), formats.day(19_700)]).toEqual([
      '−16.2%',
      '0.661',
      'Dec 9, 2023',
    ]);
  });
});
