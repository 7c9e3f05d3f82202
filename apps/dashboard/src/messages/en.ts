import { addStore } from './en/add-store.ts';
import { cases } from './en/cases.ts';
import { charts } from './en/charts.ts';
import { connections, settings } from './en/connections.ts';
import { customers, rules } from './en/customers.ts';
import { demo } from './en/demo.ts';
import { design } from './en/design.ts';
import { newPassword, promise, setup, signIn } from './en/doorstep.ts';
import { common, shell } from './en/frame.ts';
import { forecasts } from './en/forecasts.ts';
import { gates } from './en/gates.ts';
import { health } from './en/health.ts';
import { mailbox } from './en/mailbox.ts';
import { apiKeys, people } from './en/people.ts';
import { palette } from './en/palette.ts';
import { privacy } from './en/privacy.ts';
import { problems } from './en/problems.ts';
import { referrals } from './en/referrals.ts';
import { fleet, home, needs } from './en/reports.ts';
import { segments } from './en/segments.ts';
import { sequences } from './en/sequences.ts';
import { start } from './en/start.ts';
import { storeSettings } from './en/store-settings.ts';
import { storefront } from './en/storefront.ts';
import { sync } from './en/sync.ts';
import { timeline } from './en/timeline.ts';

/** The dashboard's words in English. Another language is another value of type `Messages`. */
export const en = {
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

export type Messages = typeof en;
