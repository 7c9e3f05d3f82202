import { z } from 'zod';

export const inStore = z.object({ storeId: z.uuid() });
export const inSegment = inStore.extend({ segmentId: z.uuid() });
/** Read by core, which names the place of each trouble. */
export const ruleBody = z.unknown().describe('Questions joined by all, any and not; see the schema SegmentRule.');
