import { useQuery } from '@tanstack/react-query';

import { casesOfCustomerQuery } from '../../api/cases.ts';
import { useMay } from '../../shell/use-may.ts';

/** Whether somebody still owes this customer an answer, which holds back their marketing and their sequences. */
export function useHasOpenCase(storeId: string, customerId: string): boolean {
  const maySee = useMay('cases.read');
  const { data: cases = [] } = useQuery({ ...casesOfCustomerQuery(storeId, customerId), enabled: maySee });
  return cases.some(({ state }) => state === 'open');
}
