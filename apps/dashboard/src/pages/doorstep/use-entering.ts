import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

/** Lets somebody in, and takes them to their first page; what was seen here before is forgotten. */
export function useEntering<Wanted>(enter: (wanted: Wanted) => Promise<unknown>) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ to: '/' });
    },
  });
}
