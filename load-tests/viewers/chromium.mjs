import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';

/**
 * Notes when a figure's new value has been painted: after the change the next animation frame is awaited, then the
 * first task after it, which runs when the frame has been handed on.
 */
const watchPixels = (figure) => `
  window.painted = [];
  (() => {
    const value = () => document.querySelector('[data-figure="${figure}"] .value')?.textContent.trim();
    const channel = new MessageChannel();
    let last = value(), changed = [];
    channel.port1.onmessage = () => {
      const at = performance.timeOrigin + performance.now();
      window.painted.push(...changed.splice(0).map(text => ({ text, at })));
    };
    new MutationObserver(() => {
      const text = value();
      if (text !== last) {
        last = text;
        changed.push(text);
        requestAnimationFrame(() => channel.port2.postMessage(null));
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`;

/** Opens the link of a wall screen in a real Chromium and watches one figure. Returns `{ painted, stop }`. */
export async function openWall(url, figure) {
  const profile = mkdtempSync(join(tmpdir(), 'mse-load-chromium-'));
  const child = spawn('/usr/bin/chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--window-size=1920,1080', 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const call = await connect(await addressOf(child));
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
    const evaluate = async (expression) => {
      const { result, exceptionDetails } = await call(
        'Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true }, sessionId);
      if (exceptionDetails) {
        throw new Error(`The page failed: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      }

      return result.value;
    };
    await call('Page.enable', {}, sessionId);
    await call('Page.navigate', { url }, sessionId);
    await evaluate(`new Promise(resolve => {
      const look = () => {
        const button = document.querySelector('main form button');
        button ? resolve(button.click()) : setTimeout(look, 50);
      };
      look();
    })`);
    await untilAtWall(evaluate);
    await evaluate(`new Promise(resolve => {
      const look = () => document.querySelector('[data-figure="${figure}"]') ? resolve() : setTimeout(look, 50);
      look();
    })`);
    await evaluate(watchPixels(figure));
    return { painted: () => evaluate('window.painted'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until the button has led to the wall; while the page changes it cannot be asked. */
async function untilAtWall(evaluate) {
  const limit = Date.now() + 20_000;
  while (await evaluate('location.pathname').catch(() => null) !== '/wall') {
    if (Date.now() > limit) {
      throw new Error('The link of the wall screen did not lead to the wall within 20 seconds.');
    }

    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** The line "DevTools listening on ws://127.0.0.1:36789/devtools/browser/..." that Chromium prints. */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      const found = /^DevTools listening on (ws:\S+)/.exec(line);
      if (found) {
        resolve(found[1]);
      }
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code} before it listened.`)));
  });
}

/** Connects to Chromium's debugging port. Returns a function that calls a method and resolves with its result. */
async function connect(address) {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject); });
  const waiting = new Map();
  let last = 0;
  socket.on('message', (data) => {
    const { id, result, error } = JSON.parse(data.toString());
    const called = waiting.get(id);
    waiting.delete(id);
    error ? called?.reject(new Error(error.message)) : called?.resolve(result);
  });
  return (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    socket.send(JSON.stringify({ id: last, method, params, sessionId }));
  });
}
