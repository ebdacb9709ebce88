"use strict";

SwaggerUIBundle({
  url: {{ schema_url | tojson }},
  dom_id: "#swagger-ui",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  deepLinking: true,
  validatorUrl: null,
  withCredentials: false,
});
