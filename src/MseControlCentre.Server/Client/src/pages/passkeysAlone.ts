// A page before signing in: passkeys, and nothing else that runs.
import { offerPasskeys } from "./passkeys";

offerPasskeys();
