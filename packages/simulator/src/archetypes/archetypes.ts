import type { ArchetypeKey } from '../simulated-agency.ts';
import type { Archetype } from './archetype.ts';
import { books } from './books/books.ts';
import { coffee } from './coffee/coffee.ts';
import { knives } from './knives/knives.ts';

export const archetypes: Readonly<Record<ArchetypeKey, Archetype>> = { coffee, knives, books };
