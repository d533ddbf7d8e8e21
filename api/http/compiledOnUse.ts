// When the schema of a route is compiled: as it is first needed, and not, as the server would by itself, all of them before it answers
// anybody. An API that comes back after a crash answers sooner so. How one is compiled is the server's own compilers' to say.

import ajvCompiler, { type BuildCompilerFromPool } from '@fastify/ajv-compiler';
import serializerCompiler from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';

type Compilers = Required<
  NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>
>;
type Validate = ReturnType<ReturnType<BuildCompilerFromPool>>;

const [buildValidator, buildSerializer] = [ajvCompiler(), serializerCompiler()];

/** What it finds wrong it leaves on itself, as the server expects it of what it calls. */
const validatesOnUse = (compile: () => Validate): Validate => {
  let compiled: Validate | undefined;
  const validate = (data: unknown): unknown => {
    compiled ??= compile();
    const valid: unknown = compiled(data);
    validate.errors = compiled.errors;
    return valid;
  };
  validate.errors = undefined as Validate['errors'];
  return validate as Validate;
};

export const compiledOnUse: Compilers = {
  buildValidator: ((schemas, options) => {
    const compile = buildValidator(schemas, options);
    return (route) => validatesOnUse(() => compile(route));
  }) satisfies BuildCompilerFromPool,
  buildSerializer: (schemas, options) => {
    const compile = buildSerializer(schemas, options);
    return (route) => {
      let compiled: ReturnType<typeof compile> | undefined;
      return (data) => (compiled ??= compile(route))(data);
    };
  },
};
