package dev.byline.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns every exception that leaves a resource into problem details; nothing of the exception
 * itself leaves.
 */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    RestResponse<ProblemDetails> problem(ProblemException e, HttpServerRequest request) {
        var reply = reply(ProblemDetails.of(e, request.path()));
        e.headers().forEach(reply::header);
        return reply.build();
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> violations(
            ConstraintViolationException e, HttpServerRequest request) {
        return problem(Violations.problem(e.getConstraintViolations(), 2), request);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> mismatch(MismatchedInputException e, HttpServerRequest request) {
        return problem(BadJson.problem(e), request);
    }

    // Jackson wraps what a deserializer of ours throws into this one.
    @ServerExceptionMapper
    RestResponse<ProblemDetails> mapping(JsonMappingException e, HttpServerRequest request) {
        return problem(BadJson.problem(e), request);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> status(WebApplicationException e, HttpServerRequest request) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return problem(BadJson.problem(json), request);
        }
        Response response = e.getResponse();
        Problem problem = Problem.ofStatus(response.getStatus());
        if (problem == Problem.INTERNAL_ERROR) {
            return unexpected(e, request);
        }
        var reply = reply(ProblemDetails.of(problem, problem.explanation(), request.path()));
        List<Object> allow = response.getHeaders().get("Allow");
        if (allow != null) {
            allow.forEach(method -> reply.header("Allow", method));
        }
        return reply.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<ProblemDetails> unauthenticated(SecurityException e, HttpServerRequest request) {
        return problem(
                Problem.UNAUTHENTICATED
                        .because("Send a valid key as Authorization: Bearer byl_….")
                        .with("WWW-Authenticate", "Bearer realm=\"byline\""),
                request);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> forbidden(ForbiddenException e, HttpServerRequest request) {
        return problem(Problem.FORBIDDEN.because(Problem.FORBIDDEN.explanation()), request);
    }

    @ServerExceptionMapper
    RestResponse<ProblemDetails> unexpected(Throwable e, HttpServerRequest request) {
        return problem(
                DatabaseFailure.problem(e)
                        .or(() -> DiskFull.problem(e))
                        .orElseGet(
                                () -> {
                                    LOG.errorf(e, "%s %s failed", request.method(), request.path());
                                    return Problem.INTERNAL_ERROR.because(
                                            Problem.INTERNAL_ERROR.explanation());
                                }),
                request);
    }

    private static RestResponse.ResponseBuilder<ProblemDetails> reply(ProblemDetails details) {
        // Not by RestResponse.Status: that enum lacks 422.
        return RestResponse.ResponseBuilder.<ProblemDetails>create(details.status())
                .entity(details)
                .type(ProblemDetails.MEDIA_TYPE);
    }
}
