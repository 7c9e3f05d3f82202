export type { Reaction, ReceivedMail } from './reactions/reaction.ts';
export { reactToMail } from './reactions/react-to-mail.ts';
export { simulateAgency, type AgencySimulation } from './simulate-agency.ts';
export { simulateStore, type StoreSimulation } from './simulate-store.ts';
export { toStoreIdentity } from './archetypes/store-identity.ts';
export type { ArchetypeKey, Sender, SimulatedAgency, SimulatedStore, StoreIdentity } from './simulated-agency.ts';
export type {
  CountryCode,
  FraudKind,
  Language,
  Rhythm,
  SimulatedAddress,
  SimulatedCustomer,
  Temperament,
} from './simulated-customer.ts';
export type { Happening, HappeningKind, SimulatedOrder } from './simulated-order.ts';
export type { SimulatedProduct } from './simulated-product.ts';
