/** Text to show, and which part of it a pointer means. */
export interface LaidOut {
  readonly text: string;
  /** From here to there; null where there is nothing to mark. */
  readonly mark: { readonly start: number; readonly end: number } | null;
  /** False: the pointer leads to nothing, and marked is the nearest thing around it. */
  readonly isThere: boolean;
}

interface Container {
  readonly isArray: boolean;
  /** All the steps that lead to it are wanted. */
  readonly isOnTheWay: boolean;
  /** The key or the position of what is read now. */
  step: string;
  /** Where the line of what is read now begins. */
  lineStart: number;
  isEmpty: boolean;
  expectsKey: boolean;
}

const piecePattern = /"(?:[^"\\]+|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON, a line for each value, with every number and letter as it was written: `19.90` stays `19.90`. What is not JSON
 * stays as it is.
 *
 * @param pointer A JSON pointer to the place at fault, or null. Of a part that was cut from a batch, it may lead through the batch.
 * @example
 * layOutJson('{"a":{"b":1}}', '/a/c'); // marks `"a": {`, and says that the place is not there
 */
export function layOutJson(source: string, pointer: string | null): LaidOut {
  if (!isJson(source)) return { text: source, mark: null, isThere: false };
  const whole = write(source, toSteps(pointer ?? ''));
  const withinBatch = pointer?.replace(/^\/[^/]+\/\d+(?=\/)/, '') ?? '';
  return whole.mark !== null || withinBatch === pointer ? whole : write(source, toSteps(withinBatch));
}

function write(source: string, wanted: readonly string[]): LaidOut {
  const opened: Container[] = [];
  let text = '';
  let mark: LaidOut['mark'] = null;
  let isThere = false;
  for (const [piece] of source.matchAll(piecePattern)) {
    const inside = opened.at(-1);
    if (piece === '}' || piece === ']') {
      opened.pop();
      text += inside?.isEmpty === true ? piece : `${newLine(opened.length)}${piece}`;
      if (mark !== null && inside?.isOnTheWay === true && opened.length === wanted.length)
        mark = { start: mark.start, end: text.length };
      continue;
    }
    if (piece === ',') {
      text += piece;
      if (inside?.isArray === true) inside.step = String(Number(inside.step) + 1);
      else if (inside !== undefined) inside.expectsKey = true;
      continue;
    }
    if (piece === ':') {
      text += ': ';
      continue;
    }
    if (inside !== undefined && (inside.isArray || inside.expectsKey)) {
      text += newLine(opened.length);
      inside.lineStart = text.length;
      inside.isEmpty = false;
    }
    if (inside?.expectsKey === true) {
      inside.step = String(JSON.parse(piece));
      inside.expectsKey = false;
      text += piece;
      continue;
    }
    text += piece;
    const isOnTheWay = inside === undefined || (inside.isOnTheWay && inside.step === wanted[opened.length - 1]);
    if (isOnTheWay && inside !== undefined) {
      mark = { start: inside.lineStart, end: text.length };
      isThere = opened.length === wanted.length;
    }
    if (piece === '{' || piece === '[') {
      const isArray = piece === '[';
      opened.push({ isArray, isOnTheWay, step: '0', lineStart: 0, isEmpty: true, expectsKey: !isArray });
    }
  }
  return { text, mark, isThere };
}

/** No order is deeper; without an end, brackets within brackets would grow to gigabytes of spaces. */
const deepestIndent = 24;

function newLine(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, deepestIndent))}`;
}

function toSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
