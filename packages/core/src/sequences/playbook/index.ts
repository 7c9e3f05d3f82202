export { cartReminder } from './cart-reminder.ts';
export { postPurchase } from './post-purchase.ts';
export { playbook, type PlaybookPreset } from './presets.ts';
export { referralInvite } from './referral-invite.ts';
export { playbookTemplates } from './templates.ts';
