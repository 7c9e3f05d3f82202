/** A `Base` that cannot be mixed up with another one at compile time; costs nothing at run time. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };
