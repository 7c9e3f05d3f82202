import { useQuery } from '@tanstack/react-query';

import { rolesQuery } from '../../api/people.ts';
import { Card } from '../../components/card.tsx';
import { useMessages } from '../../messages/messages-context.ts';
import { QueryState } from '../../shell/query-state.tsx';
import styles from './people.module.css';
import { toRights, type Right } from './to-rights.ts';

/** What each role may do, as the server decides it. */
export function RolesCard() {
  const t = useMessages();
  const roles = useQuery(rolesQuery);
  return (
    <Card title={t.people.matrixTitle} note={t.people.matrixNote} spacing="flush">
      <QueryState query={roles} lines={6}>
        {(all) => (
          <div className={styles['matrix']}>
            <table>
              <caption className="visually-hidden">{t.people.matrixTitle}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.people.area}</th>
                  {all.map(({ role }) => (
                    <th key={role} scope="col">
                      {t.shell.roles[role]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {toRights(all).map(({ area, rights }) => (
                  <tr key={area}>
                    <th scope="row">{t.people.areas[area] ?? area}</th>
                    {all.map(({ role }) => (
                      <td key={role}>
                        <RightMark right={rights[role] ?? 'none'} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryState>
    </Card>
  );
}

function RightMark({ right }: { readonly right: Right }) {
  const t = useMessages();
  const look = { none: styles['none'], read: styles['dot'], write: `${styles['dot']} ${styles['full']}` }[right];
  return (
    <span className={styles['right']} title={t.people.rights[right]}>
      <span className={look} aria-hidden />
      <span className="visually-hidden">{t.people.rights[right]}</span>
    </span>
  );
}
