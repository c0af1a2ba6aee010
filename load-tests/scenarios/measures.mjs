/**
 * The closed-loop and open-loop measurements, with the least share of a bare server's throughput that the whole chain
 * must reach (`share`), or the longest 99th percentile in milliseconds (`p99`).
 */
export const measures = {
  'mllp-saturation': [
    { name: 'MLLP, 1 connection, waits for each ACK', door: 'mllp', connections: 1, inFlight: 1, share: null },
    { name: 'MLLP, 16 connections, each waits for its ACK', door: 'mllp', connections: 16, inFlight: 1, share: 0.6 },
    { name: 'MLLP, 16 connections, 16 in flight', door: 'mllp', connections: 16, inFlight: 16, share: 0.4 },
  ],
  'json-batches': [
    { name: 'HTTP, batches of 100, 4 connections', door: 'json', connections: 4, batch: 100, share: 0.5 },
  ],
  'json-single': [
    { name: 'HTTP, one event a request, 64 connections', door: 'json', connections: 64, share: 0.6 },
  ],
  'open-loop': [
    { name: 'MLLP, 64 connections, 2,000 events/s when due', door: 'mllp', connections: 64, rate: 2000, p99: 50 },
    // The busiest hour of all England (about 500 events a second) times ten.
    { name: 'MLLP, 64 connections, 5,000 events/s when due', door: 'mllp', connections: 64, rate: 5000, p99: 200 },
  ],
};
