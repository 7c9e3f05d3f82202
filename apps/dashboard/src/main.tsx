import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/newsreader/wght.css';
import './styles/tokens.css';
import './styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import { readLanguage } from './messages/language.ts';
import { speak } from './messages/spoken.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
const spoken = await speak(readLanguage());
createRoot(root).render(
  <StrictMode>
    <App spoken={spoken} />
  </StrictMode>,
);
