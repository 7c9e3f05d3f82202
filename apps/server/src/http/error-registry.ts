import { accessErrors } from '../access/errors.ts';
import { casesErrors } from '../cases/errors.ts';
import { customersErrors } from '../customers/errors.ts';
import { demoErrors } from '../demo/errors.ts';
import { demoLaunchErrors } from '../demo-launch/errors.ts';
import { deliveryErrors } from '../delivery/errors.ts';
import { firstStoreErrors } from '../first-store/errors.ts';
import type { ErrorCatalogue } from '../foundation/errors/index.ts';
import { requestErrors } from '../foundation/http/index.ts';
import { intakeErrors } from '../intake/errors.ts';
import { referralsErrors } from '../referrals/errors.ts';
import { rewardsErrors } from '../rewards/errors.ts';
import { segmentsErrors } from '../segments/errors.ts';
import { sequencesErrors } from '../sequences/errors.ts';
import { storesErrors } from '../stores/errors.ts';
import { syncErrors } from '../sync/errors.ts';

/** Every room's errors; each code belongs to one room. A test compares this with the rooms and with docs/errors.md. */
export const errorCatalogues: readonly ErrorCatalogue[] = [
  requestErrors,
  accessErrors,
  storesErrors,
  intakeErrors,
  customersErrors,
  syncErrors,
  segmentsErrors,
  casesErrors,
  sequencesErrors,
  deliveryErrors,
  referralsErrors,
  rewardsErrors,
  firstStoreErrors,
  demoLaunchErrors,
  demoErrors,
];
