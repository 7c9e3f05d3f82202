/** What the server refuses, by its code. It says so in English itself, so that nothing stands here. */
export const problems: Readonly<Record<string, string>> = {};
