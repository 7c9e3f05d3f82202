import {
  Cable,
  Gift,
  HeartPulse,
  House,
  Inbox,
  KeyRound,
  Palette,
  SlidersHorizontal,
  Store,
  Tags,
  UserCog,
  Users,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';

interface Destination {
  readonly to: string;
  /** Its name, among the words of the shell. */
  readonly name: string;
  readonly icon: LucideIcon;
  /** What one must be allowed to do to be shown the way. */
  readonly needs: string;
  /** G, then this letter, goes there. */
  readonly letter?: string;
}

/** The pages of a store, in their order at the side; the palette and the shortcuts know them from here too. */
export const storePages = [
  { to: '/stores/$slug', name: 'start', icon: House, needs: 'stores.read', letter: 's' },
  { to: '/stores/$slug/customers', name: 'customers', icon: Users, needs: 'customers.read', letter: 'c' },
  { to: '/stores/$slug/segments', name: 'segments', icon: Tags, needs: 'segments.read', letter: 'e' },
  { to: '/stores/$slug/sequences', name: 'sequences', icon: Waypoints, needs: 'sequences.read', letter: 'q' },
  { to: '/stores/$slug/mailbox', name: 'mailbox', icon: Inbox, needs: 'messages.read', letter: 'm' },
  { to: '/stores/$slug/referrals', name: 'referrals', icon: Gift, needs: 'referrals.read', letter: 'r' },
  { to: '/stores/$slug/connections', name: 'connections', icon: Cable, needs: 'connections.read', letter: 'o' },
  { to: '/stores/$slug/settings', name: 'settings', icon: SlidersHorizontal, needs: 'stores.read', letter: 't' },
] as const satisfies readonly Destination[];

/** The pages of the whole instance, at the side below the store's. */
export const instancePages = [
  { to: '/fleet', name: 'fleet', icon: Store, needs: 'orders.read', letter: 'f' },
  { to: '/people', name: 'people', icon: UserCog, needs: 'people.read', letter: 'p' },
  { to: '/api-keys', name: 'apiKeys', icon: KeyRound, needs: 'keys.read', letter: 'k' },
  { to: '/health', name: 'health', icon: HeartPulse, needs: 'health.read', letter: 'h' },
] as const satisfies readonly Destination[];

/** Pages one is told of by the palette only. */
export const hiddenPages = [
  { to: '/design', name: 'design', icon: Palette, needs: 'stores.read' },
] as const satisfies readonly Destination[];
