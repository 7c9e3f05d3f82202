const key = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The mail that the address opens in front of the playbook. */
export interface PlaybookSearch {
  readonly mail?: string;
}

export function parsePlaybookSearch({ mail }: Record<string, unknown>): PlaybookSearch {
  return typeof mail === 'string' && key.test(mail) ? { mail } : {};
}
