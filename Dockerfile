# syntax=docker/dockerfile:1

# Builds dist/ with the development packages.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The `node` development package only brings Node 24 to machines that lack it; this image has it already.
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json codegen.ts ./
COPY schema ./schema
COPY operations ./operations
COPY src ./src
RUN npm run build

# Installs what runs, and nothing else.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

FROM node:24-bookworm-slim
# Comparing libraries stages both in temporary tables: on the volume, since /tmp may be memory.
ENV NODE_ENV=production DATA_DIR=/data SQLITE_TMPDIR=/data ADMIN_HOST=0.0.0.0 LOG_FORMAT=json
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY schema ./schema
COPY operations ./operations
RUN mkdir /data && chown node:node /data \
 && printf '#!/bin/sh\nexec node /app/dist/main.js "$@"\n' > /usr/local/bin/stash2plex \
 && chmod +x /usr/local/bin/stash2plex
USER node
VOLUME /data
EXPOSE 8080 8081
# Live means the process answers; whether it is ready (catalog, Stash) is a question for /health/ready.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ADMIN_PORT ?? 8081}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/main.js"]
CMD ["serve"]
