package cash.tuppence.app.launch;

import cash.tuppence.app.config.Settings;
import java.nio.file.Path;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** The web application inside the embedded Tomcat, as a stock Tomcat would have it. */
final class WebAppContext {

    private static final String JSP = "jsp";

    private WebAppContext() {}

    static Context add(Tomcat tomcat, Settings settings, Path home) {
        tomcat.setBaseDir(home.resolveSibling("tomcat").toString());
        Host host = tomcat.getHost();
        host.setAutoDeploy(false);
        host.setDeployOnStartup(false);
        answerSilently((StandardHost) host);
        tomcat.getEngine().setParentClassLoader(Tomcat.class.getClassLoader());
        StandardContext context = (StandardContext) tomcat.addWebapp(settings.contextPath(), home.toString());
        context.setWorkDir(home.resolveSibling("tomcat").resolve("work").toString());
        context.setManager(managerThatForgets());
        context.setJarScanner(ownJarsOnly());
        // The process ends with the application, so a leak cannot matter; looking for one needs the JDK opened up.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        settings.contextParameters().forEach(context::addParameter);
        context.addLifecycleListener(WebAppContext::dropJsp);
        return context;
    }

    // The host would put its own beside one of another name.
    private static void answerSilently(StandardHost host) {
        host.setErrorReportValveClass(SilentErrors.class.getName());
        host.getPipeline().addValve(new SilentErrors());
    }

    // The JDK's and the container's jars hold nothing for the application.
    private static StandardJarScanner ownJarsOnly() {
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        scanner.setScanManifest(false);
        return scanner;
    }

    private static StandardManager managerThatForgets() {
        StandardManager manager = new StandardManager();
        manager.setPathname(null);
        return manager;
    }

    // Tomcat's defaults map a JSP servlet, whose class is not here.
    private static void dropJsp(LifecycleEvent event) {
        if (Lifecycle.CONFIGURE_START_EVENT.equals(event.getType())) {
            Context context = (Context) event.getLifecycle();
            Container jsp = context.findChild(JSP);
            if (jsp instanceof Wrapper wrapper) {
                for (String mapping : wrapper.findMappings()) {
                    context.removeServletMapping(mapping);
                }
                context.removeChild(jsp);
            }
        }
    }
}
