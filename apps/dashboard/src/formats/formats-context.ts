import { createContext, useContext } from 'react';

import { createFormats, type Formats } from './formats.ts';

const FormatsContext = createContext<Formats>(createFormats('en'));

export const FormatsProvider = FormatsContext.Provider;

export function useFormats(): Formats {
  return useContext(FormatsContext);
}
