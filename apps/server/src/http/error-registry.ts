import { accessErrors } from '../access/errors.ts';
import type { ErrorCatalogue } from '../foundation/errors/index.ts';
import { requestErrors } from '../foundation/http/index.ts';
import { intakeErrors } from '../intake/errors.ts';
import { referralsErrors } from '../referrals/errors.ts';
import { rewardsErrors } from '../rewards/errors.ts';
import { storesErrors } from '../stores/errors.ts';

/** Every room's errors; each code belongs to one room. A test compares this with the rooms and with docs/errors.md. */
export const errorCatalogues: readonly ErrorCatalogue[] = [requestErrors, accessErrors, storesErrors, intakeErrors, referralsErrors, rewardsErrors];
