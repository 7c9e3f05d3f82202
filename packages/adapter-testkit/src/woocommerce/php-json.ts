/** JSON as PHP's `json_encode` writes it, with `/` as `\/` and everything beyond ASCII as `\uXXXX`. */
export function toPhpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
