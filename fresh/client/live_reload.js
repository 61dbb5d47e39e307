// Reloads the page when the development server has restarted with another revision.
const RETRY_MS = 300;
const address = new URL("./alive", import.meta.url);
address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
let known = null;

function connect() {
  const socket = new WebSocket(address);
  socket.addEventListener("message", ({ data }) => {
    const { revision } = JSON.parse(data);
    known ??= revision;
    if (revision !== known) location.reload();
  });
  socket.addEventListener("close", () => setTimeout(connect, RETRY_MS));
}

// A page that is being left must not reconnect: it would keep the browser from restoring it.
addEventListener("pageshow", connect, { once: true });
