# The server, and the simulator as a second target:
#   docker build -t mse-control-centre .
#   docker build -t mse-control-centre-simulator --target simulator .
# The server listens on loopback only, so its container shares the host's network: see deploy/compose.yaml.

FROM node:20.20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The browser's part is bundled by npm and esbuild during the build.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/ src/
# The server's project takes the shipped OPEL rule sets with it.
COPY deploy/opel/ deploy/opel/
RUN dotnet publish src/MseControlCentre.Server -c Release -o /publish/server -p:RestoreLockedMode=true \
 && dotnet publish src/MseControlCentre.Simulator -c Release -o /publish/simulator -p:RestoreLockedMode=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
# The published files belong to root: the process cannot change its own program.
WORKDIR /opt/mse-control-centre
COPY deploy/networks/ networks/
ENV DOTNET_EnableDiagnostics=0

FROM runtime AS simulator
COPY --from=build /publish/simulator/ ./
USER app
ENTRYPOINT ["/opt/mse-control-centre/MseControlCentre.Simulator"]

FROM runtime AS server
COPY --from=build /publish/server/ ./
COPY --chmod=0755 deploy/healthcheck ./healthcheck
# The journal, the keys and the logs. The volume takes its owner from this directory.
RUN install -d -o app -g app -m 0700 /data
VOLUME /data
USER app
# A start reads the newest snapshot and what follows it: seconds. Longer than a minute means something is wrong.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["/opt/mse-control-centre/healthcheck", "8080"]
ENTRYPOINT ["/opt/mse-control-centre/MseControlCentre.Server", "serve", "--data", "/data"]
CMD ["--network", "/opt/mse-control-centre/networks/mid-and-south-essex.json", "--port", "8080", "--mllp-port", "2575"]
