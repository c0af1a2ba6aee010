// A mail server for the tests: npm's smtp-server on loopback, which fails as mail servers do. Each line that it prints is
// JSON: its port, then each message that it has taken. Lines of its input change how it fails; it ends with its input.
//
// Usage: node mail-receiver.mjs SEED FAULTS [PORT]
//   SEED    of the faults
//   FAULTS  share of the conversations that fail, 0 to 1
import { createInterface } from "node:readline";
import { SMTPServer } from "smtp-server";

const [seed, share, port = "0"] = process.argv.slice(2);
let faults = Number(share);
let state = Number(seed) >>> 0;

// mulberry32: the same seed fails in the same way.
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = state;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

const kinds = ["hang up", "refuse sender", "refuse recipient", "refuse for good", "refuse data", "take and drop", "be slow"];
const faultOf = () => (random() < faults ? kinds[Math.floor(random() * kinds.length)] : "none");
const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });
const headersOf = (mail) => mail.split("\r\n\r\n")[0].replace(/\r\n[ \t]+/g, " ").split("\r\n");
const valuesOf = (headers, name) => headers.filter((line) => line.toLowerCase().startsWith(`${name}:`))
  .map((line) => line.slice(name.length + 1).trim());

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  logger: false,
  onConnect(session, done) {
    session.fault = faultOf();
    done(session.fault === "hang up" ? refusal(421, "Not now") : undefined);
  },
  onMailFrom(_, session, done) {
    done(session.fault === "refuse sender" ? refusal(451, "Try later") : undefined);
  },
  onRcptTo(_, session, done) {
    const code = { "refuse recipient": 450, "refuse for good": 550 }[session.fault];
    done(code ? refusal(code, "Not this one") : undefined);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      if (session.fault === "refuse data") {
        done(refusal(554, "Not taken"));
        return;
      }

      const mail = Buffer.concat(parts).toString("utf8");
      const headers = headersOf(mail);
      const told = session.fault !== "take and drop";
      console.log(JSON.stringify({
        id: valuesOf(headers, "message-id")[0],
        to: session.envelope.rcptTo.map((one) => one.address),
        steps: valuesOf(headers, "x-control-centre-step"),
        subject: valuesOf(headers, "subject")[0],
        text: mail,
        told,
      }));
      if (!told) {
        // Taken, and the line breaks before the sender learns of it.
        for (const connection of server.connections) {
          if (connection.session === session) {
            connection._socket.destroy();
          }
        }
      } else if (session.fault === "be slow") {
        setTimeout(done, 300);
      } else {
        done();
      }
    });
  },
});
server.on("error", () => {});
server.listen(Number(port), "127.0.0.1", () => console.log(JSON.stringify({ port: server.server.address().port })));

const input = createInterface({ input: process.stdin });
input.on("line", (line) => { faults = Number(line); });
input.on("close", () => process.exit(0));
