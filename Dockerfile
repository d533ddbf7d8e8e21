# syntax=docker/dockerfile:1
# The one image of API, worker and commands. What is run decides `command` in docker-compose.yml.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Scripts off: what the programs need in production has none.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY package.json ./
# The account that the image of Node brings, by number, so that an orchestrator can see that it is not root.
USER 1000:1000
CMD ["node", "--max-semi-space-size=4", "dist/api/main.js"]
