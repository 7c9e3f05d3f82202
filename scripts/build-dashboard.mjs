import { prepareDashboard } from './bootstrap/dashboard.mjs';

await prepareDashboard(process.execPath);
