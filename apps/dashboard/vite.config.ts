import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['REGULARS_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 400 },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: { proxy: { '/api': server } },
});
