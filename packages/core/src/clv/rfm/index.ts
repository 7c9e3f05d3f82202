export { rfmScores, type RfmColumns, type RfmScore, type RfmScores } from './rfm-scores.ts';
export { quintileScores } from './quintile-scores.ts';
export { rfmGroups, type RfmGroup, type RfmGroupId } from './rfm-groups.ts';
export { rfmGroupOf } from './rfm-group-of.ts';
