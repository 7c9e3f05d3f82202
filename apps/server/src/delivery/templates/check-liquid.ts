import { templateVariables } from '@regulars/core/messaging';
import type { Rejection } from '@regulars/core/shared';
import { listVariables, parseLiquid } from './liquid.ts';

/** What is wrong with the Liquid of one field; empty when nothing is. */
export function checkLiquid(text: string, path: string): readonly Rejection[] {
  let variables: readonly string[];
  try {
    variables = listVariables(parseLiquid('plain', text));
  } catch (error) {
    // The words are liquidjs's about the author's own text: `undefined filter: raw, line:3, col:7`.
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : '';
    return [
      {
        code: 'template.liquid_invalid',
        path,
        message: `Only {{ variables }}, {% if %} and the filters default, join, first and date are understood: ${reason}.`,
      },
    ];
  }
  return variables
    .filter((name) => !templateVariables.some((known) => name === known || name.startsWith(`${known}[`)))
    .map((name) => ({
      code: 'template.variable_unknown',
      path,
      message: `There is no variable ${name.slice(0, 80)}; there are ${templateVariables.join(', ')}.`,
    }));
}
