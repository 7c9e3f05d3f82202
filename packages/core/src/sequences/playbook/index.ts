export { playbook, type PlaybookPreset } from './presets.ts';
export { playbookTemplates } from './templates.ts';
