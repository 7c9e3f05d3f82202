import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { compressed } from './build/compressed.ts';
import { withinBudget } from './build/within-budget.ts';

const server = process.env['REGULARS_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), withinBudget(), compressed()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 400 },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  // With the browser's own Host, for the server takes changes from its own origin only.
  server: { proxy: { '^/api/': { target: server, changeOrigin: false } } },
});
