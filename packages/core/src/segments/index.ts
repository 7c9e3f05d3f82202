export type { CustomerFacts } from './customer-facts.ts';
export { evaluate } from './evaluate.ts';
export { explain, type DecidingLeaf, type SegmentExplanation } from './explain.ts';
export { parseSegmentRule, type SegmentRuleRejection } from './parse-segment-rule.ts';
export { listSegmentPresets, segmentExamples, type SegmentPreset } from './presets.ts';
export { segmentCauses, type SegmentEvent, type SegmentMovement } from './segment-event.ts';
export {
  datedFields,
  foreseenFields,
  segmentFields,
  segmentRuleLimits,
  segmentRuleSchema,
  type SegmentLeaf,
  type SegmentRule,
} from './segment-rule.ts';
