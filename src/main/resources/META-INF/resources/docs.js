// The page that Quarkus makes is laid out for desks alone.
document.head.insertAdjacentHTML("beforeend", `
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <style>
    .swagger-ui table, .swagger-ui .opblock-body { max-width: 100%; overflow-wrap: anywhere; }
    @media (max-width: 700px) {
      .swagger-ui .topbar-wrapper { flex-wrap: wrap; }
      .swagger-ui .topbar .download-url-wrapper { display: flex !important; flex: 1 1 100%; margin-top: 8px; }
      .swagger-ui .topbar .download-url-wrapper .select-label { display: flex; width: 100%; max-width: 100%; }
      .swagger-ui .wrapper, .swagger-ui .opblock-tag { padding-left: 8px; padding-right: 8px; }
      .swagger-ui .opblock-summary { flex-wrap: wrap; }
      .swagger-ui .opblock-summary-path { max-width: 100%; }
      .swagger-ui table, .swagger-ui thead, .swagger-ui tbody, .swagger-ui tr, .swagger-ui td, .swagger-ui th { display: block; }
      .swagger-ui .parameters-col_name, .swagger-ui .parameters-col_description input, .swagger-ui .parameters-col_description select,
      .swagger-ui .response-col_status, .swagger-ui .response-col_description { width: 100%; max-width: 100%; }
      .swagger-ui .examples-select, .swagger-ui .examples-select-element, .swagger-ui .response-control-examples,
      .swagger-ui .response-controls { display: block; max-width: 100%; min-width: 0; white-space: normal; }
      .swagger-ui .highlight-code, .swagger-ui pre { max-width: 100%; overflow-x: auto; }
    }
  </style>`);

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
