import { Marked, type Token, type Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { fail, ok, type Rejection, type Result } from '@regulars/core/shared';
import { unwrapTags, type ProtectedText } from './protect-liquid.ts';

const markdown = new Marked({ gfm: true, async: false });
/** Variables that hold an address and may be a link by themselves. */
const addressVariable =
  /^\{\{-?\s*(store\.url|cart\.url|referral\.link|check_in\.(great|question|problem)_url)\s*-?\}\}$/;
/** An answer to be clicked: a quiet button, so that the letter still looks as if somebody wrote it. */
const answerVariable = /^\{\{-?\s*check_in\./;
const button =
  'display:inline-block;margin:0 0 8px;padding:8px 18px;border:1px solid #b9b9b9;border-radius:20px;color:#242424;text-decoration:none';
const gap = 'margin:0 0 16px';
const styles: Readonly<Record<string, string>> = {
  p: gap,
  ul: `${gap};padding-left:22px`,
  ol: `${gap};padding-left:22px`,
  li: 'margin:0 0 6px',
  a: 'color:#1a5fb4',
  h1: `${gap};font-size:20px;line-height:1.3`,
  h2: `${gap};font-size:18px;line-height:1.3`,
  h3: `${gap};font-size:16px;line-height:1.3`,
  blockquote: 'margin:0 0 16px;padding-left:14px;border-left:3px solid #d0d0d0',
  hr: 'border:0;border-top:1px solid #d0d0d0;margin:24px 0',
  img: 'max-width:100%;height:auto',
};

/** The body of a letter as plain-looking HTML, its Liquid still protected; or what in the Markdown is not allowed. */
export function toLetterHtml(body: ProtectedText): Result<string, readonly Rejection[]> {
  const tokens = markdown.lexer(body.text);
  const rejections: Rejection[] = [];
  void markdown.walkTokens(tokens, (token) => void rejections.push(...checkToken(token, body)));
  if (rejections.length > 0) return fail(rejections);
  const html = sanitizeHtml(markdown.parser(tokens), {
    allowedTags: [...Object.keys(styles), 'strong', 'em', 'br', 'code', 'del'],
    allowedAttributes: { '*': ['style'], a: ['href'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: {
      ...Object.fromEntries(
        Object.entries(styles).map(([tag, style]) => [tag, sanitizeHtml.simpleTransform(tag, { style })]),
      ),
      a: (tagName, attribs) => {
        const isAnswer = answerVariable.test(body.find(attribs['href'] ?? '') ?? '');
        return { tagName, attribs: { ...attribs, style: isAnswer ? button : (styles['a'] ?? '') } };
      },
    },
  });
  return ok(unwrapTags(html, body).trim());
}

function checkToken(token: Token, body: ProtectedText): readonly Rejection[] {
  if (token.type === 'html') {
    return [
      {
        code: 'template.html_forbidden',
        path: '/body',
        message: 'Write Markdown; HTML is not taken. A < before a letter needs a backslash.',
      },
    ];
  }
  if (token.type !== 'link' && token.type !== 'image') return [];
  const { href } = token as Tokens.Link | Tokens.Image;
  const isSafe = token.type === 'image' ? /^https:\/\//i.test(href) : isSafeLink(href, body);
  return isSafe
    ? []
    : [
        {
          code: 'template.link_unsafe',
          path: '/body',
          message:
            'A link starts with https://, http://, mailto: or tel:, or is {{ store.url }}, {{ cart.url }}, {{ referral.link }} or an answer such as {{ check_in.great_url }}; a picture starts with https://.',
        },
      ];
}

function isSafeLink(href: string, body: ProtectedText): boolean {
  if (/^(https?:\/\/[^/\s]|mailto:|tel:)/i.test(href)) return true;
  const [, word, rest] = /^([a-z0-9]+)(\/.*)?$/i.exec(href) ?? [];
  return addressVariable.test(body.find(word ?? '') ?? '') && !(rest ?? '').startsWith('//');
}
