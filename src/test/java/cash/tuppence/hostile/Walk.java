package cash.tuppence.hostile;

import cash.tuppence.testing.TestServer;
import cash.tuppence.web.Access;
import cash.tuppence.web.Route;
import cash.tuppence.web.RouteTable;
import cash.tuppence.web.guard.Csrf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The whole way: look around as everybody, then send everything bad, then look around again. */
final class Walk {
    /** What these forms end is needed by the others: the session, the membership, the wallet. */
    private static final List<String> LAST = List.of("/delete", "/revoke", "/leave", "/close", "/sessions", "/logout");

    private static final int AT_ONCE = 6;
    private static final String FRIENDS_TOKEN = "pat_demo_friend";
    private static final String OPERATOR_TOKEN = "pat_demo_admin";

    private final TestServer server;
    private final Scene scene;
    private final Tally tally = new Tally();
    private final Inspector inspector;
    private final Actor visitor;
    private final Actor victim;
    private final Actor merchant;
    private Actor attacker;
    private final Actor operator;
    private final Map<String, Stroll> strolls = new HashMap<>();
    private final List<String> others = new ArrayList<>();
    private List<Payload> payloads = List.of();

    Walk(TestServer server, Scene scene) {
        this.server = server;
        this.scene = scene;
        inspector = new Inspector(new RouteTable(server.routes()), tally, server.baseUrl());
        visitor = new Actor(Actor.VISITOR, server.browser(), Scene.secrets(), inspector);
        attacker = newAttacker();
        victim = Actor.signedIn(server, Scene.VICTIM, List.of(), inspector);
        merchant = Actor.signedIn(server, Scene.MERCHANT, List.of(), inspector);
        operator = Actor.signedIn(server, Scene.OPERATOR, List.of(), inspector);
    }

    private Actor newAttacker() {
        return Actor.signedIn(server, Scene.ATTACKER, Scene.secrets(), inspector);
    }

    Tally tally() {
        return tally;
    }

    Set<String> missed() {
        return tally.missed(server.routes().stream().map(Route::pattern).toList());
    }

    boolean stillSignedIn() {
        return Stream.of(victim, merchant)
                .allMatch(actor -> actor.browser().get("/wallet").status() == 200);
    }

    void run() {
        lookAround();
        others.addAll(scene.idsOf("pat_demo_payer"));
        others.addAll(scene.idsOf("sk_live_demo_corner_shop"));
        payloads = Payload.all(List.of(others.get(0), "corner-shop", "@payer", "friend@example.test"));
        together(api());
        together(paths());
        together(othersThings());
        together(forms(false));
        forms(true).forEach(Runnable::run);
        attacker = newAttacker();
        endings().forEach(Runnable::run);
        attacker = newAttacker();
        lookAround();
    }

    private void lookAround() {
        for (Actor actor : List.of(visitor, victim, merchant, attacker, operator)) {
            strolls.put(actor.name(), Stroll.of(actor, scene.entrances()));
        }
    }

    private List<Runnable> api() {
        List<ApiOperation> operations =
                ApiOperation.all(server.browser().get("/api/v1/openapi.json").json());
        String key = scene.libraryKey();
        operations.stream()
                .filter(operation -> !operation.takesId())
                .forEach(operation -> walk(operation, secretFor(operation, key)).asItShould("x"));
        Map<String, String> own = new HashMap<>();
        scene.idsOf(key).forEach(id -> Scene.gather(id, own));
        Map<String, String> friends = new HashMap<>();
        scene.idsOf(FRIENDS_TOKEN).forEach(id -> Scene.gather(id, friends));
        List<Runnable> work = new ArrayList<>();
        for (ApiOperation operation : operations) {
            ApiWalk walk = walk(operation, secretFor(operation, key));
            String id = operation.takes("secretKey")
                    ? ApiWalk.idFor(operation.pattern(), own)
                    : ApiWalk.idFor(operation.pattern(), friends);
            if (!operation.deletes()) {
                walk.asItShould(id);
            }
            work.add(() -> walk.run(id, payloads));
            if (operation.takesId()) {
                Stream.of(key, FRIENDS_TOKEN, "pat_wrong")
                        .forEach(
                                secret -> work.add(() -> walk(operation, secret).withOthers(others)));
            }
        }
        // For whoever has a token, and in no document for programs.
        work.add(() -> visitor.send(
                "GET",
                "/metrics",
                visitor.browser().request("/metrics").header("Authorization", "Bearer " + OPERATOR_TOKEN),
                ""));
        return work;
    }

    private ApiWalk walk(ApiOperation operation, String secret) {
        return new ApiWalk(attacker, tally, secret, operation);
    }

    private static String secretFor(ApiOperation operation, String key) {
        if (operation.takes("secretKey") || operation.isOpen()) {
            return key;
        }
        return operation.takes("accessToken") ? FRIENDS_TOKEN : OPERATOR_TOKEN;
    }

    private List<Runnable> paths() {
        List<Runnable> work = new ArrayList<>();
        List<Payload> inUrls = Payload.forUrls(payloads);
        String proof = proof();
        for (Route route : server.routes()) {
            Actor actor = route.access() == Access.OPERATOR ? operator : attacker;
            PathWalk walk = new PathWalk(actor, tally, route);
            String path = path(route, actor);
            if (rank(path) < 0) {
                work.add(() -> walk.methods(path, proof));
            }
            work.add(() -> new PathWalk(visitor, tally, route).methods(path, ""));
            work.add(() -> walk.variables(path, inUrls));
            work.add(() -> walk.query(path, parameters(route.pattern()), inUrls));
            work.add(() -> walk.query(path, filledIn(route.pattern()), Payload.some(inUrls)));
        }
        Stream.of("/", "/login", "/wallet", "/assets/tuppence.css", "/api/v1/transfers")
                .forEach(path -> work.add(() -> new PathWalk(attacker, tally, route(path)).headers(path, payloads)));
        return work;
    }

    /** What would have been in the way of everything else. */
    private List<Runnable> endings() {
        String proof = proof();
        return server.routes().stream()
                .filter(route -> rank(route.pattern()) >= 0)
                .sorted(Comparator.comparingInt(route -> rank(route.pattern())))
                .<Runnable>map(
                        route -> () -> new PathWalk(attacker, tally, route).methods(path(route, attacker), proof))
                .toList();
    }

    private Route route(String path) {
        return server.routes().stream()
                .filter(route -> route.pattern().equals(path) || path.startsWith("/assets/"))
                .findFirst()
                .orElseThrow();
    }

    private String path(Route route, Actor actor) {
        return Stream.of(actor, merchant, victim, visitor)
                .flatMap(one -> strolls.get(one.name()).paths().getOrDefault(route.pattern(), Set.of()).stream())
                .findFirst()
                .orElseGet(() -> route.pattern().replaceAll("\\{[a-z]+\\*?}", "x"));
    }

    /** What links and searches carry. */
    private Set<String> parameters(String pattern) {
        Set<String> names = new TreeSet<>();
        for (Stroll stroll : strolls.values()) {
            names.addAll(stroll.queries().getOrDefault(pattern, Set.of()));
            stroll.forms().stream()
                    .filter(form -> form.pattern().equals(pattern) && !form.post())
                    .forEach(form -> names.addAll(form.names()));
        }
        return names;
    }

    /** What a link may fill into a form. */
    private Set<String> filledIn(String pattern) {
        Set<String> names = new TreeSet<>();
        strolls.values().stream()
                .flatMap(stroll -> stroll.forms().stream())
                .filter(form -> form.pattern().equals(pattern))
                .forEach(form -> names.addAll(form.names()));
        names.removeAll(parameters(pattern));
        names.remove(Csrf.FIELD);
        return names;
    }

    /** What the attacked came across, asked for and sent by those who know of it but have no part in it. */
    private List<Runnable> othersThings() {
        List<Runnable> work = new ArrayList<>();
        String proof = proof();
        for (Actor owner : List.of(victim, merchant, operator)) {
            Stroll stroll = strolls.get(owner.name());
            stroll.paths().forEach((pattern, paths) -> {
                if (!isGivenByItsLink(pattern)) {
                    work.add(() -> paths.forEach(path -> attacker.get(path, List.of(), "no part in it")));
                    work.add(() -> paths.forEach(path -> visitor.get(path, List.of(), "no part in it")));
                }
            });
            stroll.forms().stream()
                    .filter(form -> form.post() && !isGivenByItsLink(form.pattern()) && rank(form.path()) < 0)
                    .forEach(form ->
                            work.add(() -> new FormWalk(attacker, tally, form, payloads).sendAsItStands(proof)));
        }
        return work;
    }

    private String proof() {
        return attacker.browser().get("/send").hiddenFields().get(Csrf.FIELD);
    }

    private static boolean isGivenByItsLink(String pattern) {
        return pattern.contains("{token}");
    }

    private List<Runnable> forms(boolean last) {
        Map<String, Actor> whose = new LinkedHashMap<>();
        List<FoundForm> found = new ArrayList<>();
        for (Actor actor : List.of(attacker, visitor, operator)) {
            strolls.get(actor.name()).forms().stream()
                    .filter(form -> rank(form.path()) >= 0 == last)
                    .filter(form -> whose.putIfAbsent(form.kind(), actor) == null)
                    .forEach(found::add);
        }
        found.sort(Comparator.comparingInt(form -> rank(form.path())));
        return found.stream()
                .<Runnable>map(form -> () -> new FormWalk(whose.get(form.kind()), tally, form, payloads).run())
                .toList();
    }

    private static int rank(String path) {
        for (int i = 0; i < LAST.size(); i++) {
            if (path.contains(LAST.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void together(List<Runnable> work) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> done = new ArrayList<>();
            work.forEach(one -> done.add(threads.submit(one)));
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
