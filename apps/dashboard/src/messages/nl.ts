import type { Messages } from './en.ts';
import { addStore } from './nl/add-store.ts';
import { cases } from './nl/cases.ts';
import { charts } from './nl/charts.ts';
import { connections, settings } from './nl/connections.ts';
import { customers, rules } from './nl/customers.ts';
import { demo } from './nl/demo.ts';
import { design } from './nl/design.ts';
import { newPassword, promise, setup, signIn } from './nl/doorstep.ts';
import { common, shell } from './nl/frame.ts';
import { forecasts } from './nl/forecasts.ts';
import { gates } from './nl/gates.ts';
import { health } from './nl/health.ts';
import { mailbox } from './nl/mailbox.ts';
import { apiKeys, people } from './nl/people.ts';
import { palette } from './nl/palette.ts';
import { privacy } from './nl/privacy.ts';
import { problems } from './nl/problems.ts';
import { referrals } from './nl/referrals.ts';
import { fleet, home, needs } from './nl/reports.ts';
import { segments } from './nl/segments.ts';
import { sequences } from './nl/sequences.ts';
import { start } from './nl/start.ts';
import { storeSettings } from './nl/store-settings.ts';
import { storefront } from './nl/storefront.ts';
import { sync } from './nl/sync.ts';
import { timeline } from './nl/timeline.ts';

/** The dashboard's words in Dutch. */
export const nl: Messages = {
  common,
  shell,
  signIn,
  newPassword,
  setup,
  promise,
  start,
  addStore,
  cases,
  charts,
  connections,
  settings,
  storeSettings,
  storefront,
  sync,
  demo,
  design,
  forecasts,
  gates,
  health,
  rules,
  customers,
  mailbox,
  palette,
  privacy,
  problems,
  segments,
  sequences,
  referrals,
  needs,
  fleet,
  home,
  timeline,
  people,
  apiKeys,
};
