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
  server: { proxy: { '/api': server } },
});
