// Swagger UI fills each parameter with its example and sends all of them: filters nobody wanted, the cursor of another
// list. What may be left out has its example in its description instead.
const OptionalParameters = () => ({
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (original) => (document) => {
          const tell = (parameter) => {
            if (parameter.required || parameter.example === undefined) return parameter;
            const { example, description, ...rest } = parameter;
            return { ...rest, description: `${description}. Example: \`${example}\`` };
          };
          const each = (record, change) =>
            Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [name, change(value)]));
          const operation = (known) =>
            known?.parameters ? { ...known, parameters: known.parameters.map(tell) } : known;
          return original({
            ...document,
            paths: each(document.paths, (path) => each(path, operation)),
            components: { ...document.components, parameters: each(document.components?.parameters, tell) },
          });
        },
      },
    },
  },
});
