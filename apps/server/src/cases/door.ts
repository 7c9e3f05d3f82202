export { exportRemarks } from './export-remarks.ts';
export { fileRemark } from './file-remark.ts';
export { findAnswer, type StandingAnswer } from './find-answer.ts';
export { countOpenCases, findCustomersWithOpenCase, type OpenCases } from './open-cases.ts';
export type { CaseId, RemarkId } from './remark.ts';
