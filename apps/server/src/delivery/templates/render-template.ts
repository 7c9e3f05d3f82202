import type { Template } from 'liquidjs';
import type { CompiledTemplate } from './compile-template.ts';
import { parseLiquid, renderLiquid } from './liquid.ts';

/** Gmail cuts a mail off after 102 kB of HTML. */
export const maxHtmlBytes = 102_000;

/** A compiled template, parsed: kept between mails, because parsing costs more than rendering. */
export interface PreparedTemplate {
  readonly subject: Template[];
  readonly html: Template[];
  readonly text: Template[];
}

export interface RenderedTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export function prepareTemplate(compiled: CompiledTemplate): PreparedTemplate {
  return {
    subject: parseLiquid('plain', compiled.subject),
    html: parseLiquid('markup', compiled.html),
    text: parseLiquid('plain', compiled.text),
  };
}

/**
 * Fills the names in. A subject is one line: whatever a customer is called, it cannot begin a new header.
 *
 * @throws RenderError of liquidjs where a limit is passed.
 */
export function renderTemplate(template: PreparedTemplate, variables: object): RenderedTemplate {
  return {
    subject: renderLiquid('plain', template.subject, variables)
      .replace(/[\r\n\u2028\u2029]+/g, ' ')
      .trim()
      .slice(0, 500),
    html: renderLiquid('markup', template.html, variables),
    text: renderLiquid('plain', template.text, variables),
  };
}
