// The house rule of lint that no linter has: cases share their modules (worker/workflowBundle.ts), and what one case leaves
// in a module, another finds there. Where it holds is .oxlintrc.json.

const COLLECTION = /^(Weak)?(Map|Set)$/;

/** Of a statement at the top of a module: what it declares, exported or not. */
const declared = (statement) => {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declaration?.type === 'VariableDeclaration' ? declaration : undefined;
};

const noModuleState = {
  meta: {
    type: 'problem',
    messages: {
      variable: 'Cases share their modules: no state in one.',
      collection: 'Cases share their modules: no collection that can grow in one.',
    },
  },
  create: (context) => ({
    Program({ body }) {
      for (const declaration of body.map(declared)) {
        if (declaration?.kind === 'let') context.report({ node: declaration, messageId: 'variable' });
        for (const { init } of declaration?.declarations ?? [])
          if (init?.type === 'NewExpression' && COLLECTION.test(init.callee.name))
            context.report({ node: init, messageId: 'collection' });
      }
    },
  }),
};

export default { meta: { name: 'house' }, rules: { 'no-module-state': noModuleState } };
