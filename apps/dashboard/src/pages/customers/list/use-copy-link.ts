import { useToast } from '../../../components/toast-context.ts';
import { useMessages } from '../../../messages/messages-context.ts';

/** Copies the page's address, with all it is narrowed to, so that it can be kept or passed on. */
export function useCopyLink(): () => void {
  const t = useMessages();
  const toast = useToast();
  return () => {
    // Without https there may be no clipboard; the address bar says the same.
    const copied = globalThis.navigator.clipboard?.writeText(globalThis.location.href) ?? Promise.reject(new Error());
    copied.then(
      () => toast({ text: t.customers.filters.copied }),
      () => toast({ text: t.customers.filters.notCopied }),
    );
  };
}
